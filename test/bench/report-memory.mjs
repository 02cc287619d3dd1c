/* Preloaded by the bench: tells the highest resident memory of a process as it ends. */
import { readFileSync } from 'node:fs';

/** The kernel's own mark where it has one: resource usage begins with that of the process that started this one. */
function peakKb() {
  try {
    return Number(/VmHWM:\s*(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]);
  } catch {
    return process.resourceUsage().maxRSS;
  }
}
process.on('exit', () => process.stderr.write(`peak-resident-kb ${peakKb()}\n`));
