import type { TestApp } from '../support/app';

/** How many streams the app holds open, as its own figures say. */
export async function openStreams(app: TestApp): Promise<number> {
  const figures = await (await fetch(`${app.url}/metrics`)).text();
  return Number(/^signalbox_stream_open(?:\{[^}]*\})? (\d+)$/m.exec(figures)?.[1]);
}
