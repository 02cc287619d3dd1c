/**
 * Counts what the page asks of any place but its own: requests that were made, and those that its policy refused.
 * Counting begins with the page, since the browser remembers earlier requests.
 */
export function countForeignRequests(): () => number {
  let count = 0;
  const isForeign = (url: string) => /^(https?|wss?):/i.test(url) && new URL(url).origin !== location.origin;
  new PerformanceObserver((list) => {
    count += list.getEntries().filter(({ name }) => isForeign(name)).length;
  }).observe({ type: 'resource', buffered: true });
  document.addEventListener('securitypolicyviolation', ({ blockedURI }) => {
    if (isForeign(blockedURI)) count++;
  });
  return () => count;
}
