import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.join(import.meta.dirname, '..');
const DOCS = [
  'README.md',
  'CHANGELOG.md',
  'SECURITY.md',
  ...readdirSync(path.join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.join('docs', name)),
];
const ENDINGS = ['', '.test.ts', '.ts', '.tsx'];

/** Every form of `a/{b,c}/d`. */
function spelledOut(mention: string): string[] {
  const braces = /\{([^}]*)\}/.exec(mention);
  if (!braces) return [mention];
  return braces[1].split(',').flatMap((part) => spelledOut(mention.replace(braces[0], part)));
}

it.each(DOCS)('%s names only files that are there', (file) => {
  const text = readFileSync(path.join(root, file), 'utf8');
  const named = [...text.matchAll(/\b(?:test|src|electron|packaging|dicom-samples|docs)\/[\w\-./{},]+/g)]
    .flatMap(([mention]) => spelledOut(mention.replace(/[.,]+$/, '')))
    .map((mention) => mention.replace(/[.,/]+$/, ''));
  expect(named.filter((name) => !ENDINGS.some((ending) => existsSync(path.join(root, name + ending))))).toEqual([]);
});
