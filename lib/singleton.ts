const registry = globalThis as typeof globalThis & { __signalbox?: Map<string, unknown> };

/**
 * Returns the one instance of `name` in this process, creating it at the first call.
 * Next evaluates a module several times in one process, so a plain `const` would give several.
 */
export function singleton<T>(name: string, create: () => T): T {
  registry.__signalbox ??= new Map();
  if (!registry.__signalbox.has(name)) registry.__signalbox.set(name, create());
  return registry.__signalbox.get(name) as T;
}
