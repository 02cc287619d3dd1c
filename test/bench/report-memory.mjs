/* Preloaded into the process that is measured: says its highest resident memory when it ends. */
process.on('exit', () => process.stderr.write(`peak-resident-kb ${process.resourceUsage().maxRSS}\n`));
