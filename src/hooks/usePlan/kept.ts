import { createStored, type Stored } from '../../wechat/stored';

/** Every draft on this phone, by group. */
const drafts = createStored('plans');

const all = (): Readonly<Record<string, unknown>> => Object(drafts.read()) as Readonly<Record<string, unknown>>;

/** One group's draft. */
export const draftOf = (group: string): Stored => ({
  read: () => all()[group],
  keep: (draft) => drafts.keep({ ...all(), [group]: draft }),
  drop: () => drafts.keep({ ...all(), [group]: null }),
});

/** The person wants to be forgotten. */
export const forgetDrafts = (): void => drafts.drop();
