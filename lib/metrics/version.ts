import manifest from '../../package.json' with { type: 'json' };

/** The version of Signalbox that this process runs. */
export const version: string = manifest.version;
