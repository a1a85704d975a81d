import { openApiDocument } from '@/lib/contracts/openapi/document';
import { version } from '@/lib/metrics';
import { publicUrl } from '@/lib/public-url';
import { fixedDocument } from '../fixed-document';

/** What programs may ask of this installation. */
export const openApi = () => openApiDocument(publicUrl(''), version);

/** The same as it is sent. */
export const openApiJson = () =>
  fixedDocument('application/json; charset=utf-8', JSON.stringify(openApi(), null, 2));
