import { execFileSync } from 'node:child_process';
import { findOnPath, installPackage, mayInstall } from './install';

/** Installs libxml2's own command where it may. */
export async function requireXmllint(): Promise<void> {
  if (!findOnPath('xmllint') && mayInstall()) await installPackage('libxml2-utils');
  if (!findOnPath('xmllint')) throw new Error('XML is checked with xmllint: install libxml2-utils.');
}

/** What an XPath expression finds in a document; throws, with libxml2's words, for what is not well-formed XML. */
export function xpath(xml: string, expression: string): string {
  const options = { input: xml, stdio: 'pipe', encoding: 'utf8' } as const;
  return execFileSync('xmllint', ['--nonet', '--xpath', expression, '-'], options).trim();
}

/** Throws, with libxml2's words, for a document that is not as the RELAX NG grammar in `file` has it. */
export function requireGrammar(xml: string, file: string): void {
  execFileSync('xmllint', ['--nonet', '--noout', '--relaxng', file, '-'], { input: xml, stdio: 'pipe' });
}
