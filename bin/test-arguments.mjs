const every = ['unit', 'ui', 'integration', 'proxies', 'e2e'];

/**
 * Takes `--project name` out of the arguments of `npm test`; the rest is for the runners.
 * @param {string[]} args
 */
export function splitArguments(args) {
  const projects = [];
  const rest = [];
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? '';
    if (arg === '--project') projects.push(args[++index] ?? '');
    else if (arg.startsWith('--project=')) projects.push(arg.slice('--project='.length));
    else rest.push(arg);
  }
  const unknown = projects.find((project) => !every.includes(project));
  if (unknown !== undefined) {
    console.error(`There is no test project "${unknown}". Choose from ${every.join(', ')}.`);
    process.exit(1);
  }
  return { projects: projects.length > 0 ? projects : every, rest };
}
