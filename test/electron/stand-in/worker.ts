/** Answers an address with the SHA-256 of what is there, or with what went wrong. */
addEventListener('message', async ({ data: url }: MessageEvent<string>) => {
  try {
    const answer = await fetch(url);
    const digest = await crypto.subtle.digest('SHA-256', await answer.arrayBuffer());
    const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
    postMessage(answer.ok ? hex : `status ${answer.status}`);
  } catch (error) {
    postMessage(`failed: ${(error as Error).message}`);
  }
});
