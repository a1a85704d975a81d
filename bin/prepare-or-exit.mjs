import { prepare } from './prepare.mjs';

/**
 * Prepares the checkout, or ends the command with one sentence.
 * @param {'dependencies' | 'server' | 'build' | 'doctor'} need
 */
export async function prepareOrExit(need) {
  try {
    await prepare(need);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
