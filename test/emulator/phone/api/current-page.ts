import type { PageHandle, PhoneContext } from '../parts';
import { fail } from './failure';

/** The page on top; before the first page there is none, and `api` fails. */
export function currentPage(context: PhoneContext, api: string): PageHandle {
  const page = context.stack.pages.at(-1);
  if (!page) throw fail(api, 'no page is open yet');
  return page;
}
