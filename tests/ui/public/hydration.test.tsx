import { act, cleanup } from '@testing-library/react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, expect, it, vi } from 'vitest';
import { RenderedTexts } from '@/app/_ui/rendered-texts';
import { IncidentContent } from '@/app/(public)/_status/incident-content';
import { StatusContent } from '@/app/(public)/_status/status-content';
import { writtenTexts } from '@/app/(public)/_status/written-texts';
import { apiDown } from '../../support/status-cast';
import { snapshot } from '../../support/status-fixtures';
import { scenes } from '../../support/status-scenes';
import { inLanguage } from '../../support/words';
import { withFakeStream } from './fake-stream';

const renderedAt = Date.parse('2026-11-20T12:00:00.000Z');
withFakeStream();
afterEach(cleanup);

const { page, serviceNames } = snapshot();
const several = scenes.several?.() ?? snapshot();
const pages = {
  'the status page': (
    <RenderedTexts texts={writtenTexts([...several.state.incidents, ...several.history])}>
      <StatusContent snapshot={several} renderedAt={renderedAt} />
    </RenderedTexts>
  ),
  'an incident': (
    <RenderedTexts texts={writtenTexts([apiDown])}>
      <IncidentContent view={{ page, serviceNames, incident: apiDown }} renderedAt={renderedAt} />
    </RenderedTexts>
  ),
};

it.each(Object.entries(pages))(
  '%s is taken over in another time zone and hour without a complaint',
  async (_, page) => {
    const element = inLanguage(page);
    const html = renderToString(element);
    const container = document.createElement('div');
    document.body.append(container);
    container.innerHTML = html.replace(/^.*?(?=<div id="top")/s, '');
    const resolvedOptions = Intl.DateTimeFormat.prototype.resolvedOptions;
    vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions').mockImplementation(function (
      this: Intl.DateTimeFormat,
    ) {
      return { ...resolvedOptions.call(this), timeZone: 'Asia/Kolkata' };
    });
    const complained = vi.spyOn(console, 'error').mockImplementation(() => {});
    const onRecoverableError = vi.fn();
    const root = await act(() => hydrateRoot(container, element, { onRecoverableError }));
    expect(onRecoverableError).not.toHaveBeenCalled();
    expect(complained).not.toHaveBeenCalled();
    expect(container.textContent).toContain('Times in Asia/Kolkata (UTC+5:30)');
    expect(container.querySelector('time[datetime="2026-11-20T11:36:00.000Z"]')?.textContent).toContain(
      '17:06',
    );
    act(() => root.unmount());
  },
);
