import type { Examined } from '../examine';
import { type Exchange, headerOf } from '../exchange';
import { fault, faultsOr, fine, type Remark } from '../remark';
import { isPublic } from '../target';

const allowOrigin = (exchange: Exchange) => headerOf(exchange, 'access-control-allow-origin');
const said = ({ status, failure }: Exchange) =>
  status === null ? (failure?.code ?? 'nothing in time') : `${status}`;

/** Who gets in: our page, and nobody else. */
export function judgeGuard({ wrongOrigin, noOrigin, samePage, target }: Examined): Remark[] {
  const isOpen = wrongOrigin.status === 200;
  const isStrict = isPublic(target);
  const refusesPage = samePage.exchange.status !== 200;
  const how = target.origin.startsWith('https:') ? 'Sec-Fetch-Site: same-origin' : 'its Referer';
  return faultsOr(
    [
      isOpen && fault('guard-open', 'A foreign Origin got 200.', { status: 200 }),
      !isOpen &&
        isStrict &&
        noOrigin.status === 200 &&
        fault('guard-no-origin', 'A caller who said nothing of itself got 200.', { status: 200 }),
      refusesPage &&
        fault('same-page-refused', `With ${how} and no Origin it answered ${said(samePage.exchange)}.`, {
          status: samePage.exchange.status,
        }),
    ],
    fine('guard', `a foreign origin gets ${said(wrongOrigin)}, none at all ${said(noOrigin)}`),
  );
}

/** `hasCors`: whether the stream itself carried the header, so that its absence here is news. */
export function judgePreflight({ preflight, wrongPreflight, target }: Examined, hasCors: boolean): Remark[] {
  const given = allowOrigin(preflight);
  const allowed = headerOf(preflight, 'access-control-allow-headers')?.toLowerCase() ?? '';
  const foreign = allowOrigin(wrongPreflight);
  const isWelcome = preflight.status !== null && preflight.status >= 200 && preflight.status < 300;
  const isForeignWelcome = foreign === '*' || (foreign !== null && foreign !== target.origin);
  const lacks = hasCors && (given === null || !allowed.includes('last-event-id'));
  return faultsOr(
    [
      (!isWelcome || lacks) &&
        fault(
          'preflight',
          `OPTIONS got ${said(preflight)}, allowing ${given ?? 'no origin'} the headers "${allowed}".`,
          {
            status: preflight.status,
          },
        ),
      isForeignWelcome &&
        fault('preflight-open', `OPTIONS from a foreign origin was allowed ${foreign}.`, { given: foreign }),
    ],
    fine('preflight', `OPTIONS gets ${said(preflight)}, a foreign origin ${said(wrongPreflight)}`),
  );
}

/** Whether an error answer can be read by a page on another site. */
export function judgeErrorCors({ wrongMethod }: Examined, hasCors: boolean): Remark[] {
  const isMute = hasCors && allowOrigin(wrongMethod) === null;
  const words = `POST got ${said(wrongMethod)}`;
  return faultsOr(
    [
      isMute &&
        fault('error-cors', `${words} without Access-Control-Allow-Origin.`, { status: wrongMethod.status }),
    ],
    fine('error-cors', `${words}, readable across origins`),
  );
}

/** A HEAD gets the stream's headers and ends. */
export function judgeHead({ head }: Examined): Remark[] {
  return faultsOr(
    [
      head.status !== 200 &&
        fault('head', `HEAD got ${said(head)}, where GET gets 200.`, { status: head.status }),
    ],
    fine('head', 'HEAD answers and ends'),
  );
}
