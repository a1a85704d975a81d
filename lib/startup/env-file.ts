import { existsSync } from 'node:fs';

// Imported for its effect, before anything reads a setting. What the environment already says wins over the file.
if (existsSync('.env')) process.loadEnvFile('.env');
