import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** By itself vitest leaves one core idle, which of two is half of the machine. */
const maxWorkers = Math.max(1, Math.min(4, availableParallelism()));

export default defineConfig({ test: { include: ['test/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 120_000, maxWorkers } });
