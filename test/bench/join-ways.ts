/** Two ways to join a walk, as the bench drives them: the function `activity`, and `reference-join` in a transaction. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { maxWaiting } from '../../cloud/contract/activity';
import type { ActivityDetail } from '../../cloud/contract/contract';
import type { Answer } from '../../cloud/contract/errors';
import { leftOut } from '../../config/functions/left-out';
import { startLocalCloud } from '../cloud/emulator/local-cloud';
import { hour, startWalks } from '../cloud/walks';
import type { CloudBase } from '../emulator/cloud/types';
import type { Platform } from '../emulator/wechat/types';

/** What a person is told; `failed` asks them to try again. */
export type Seat = 'seated' | 'waiting' | 'full' | 'failed';

export interface JoinWay {
  readonly cloud: CloudBase;
  readonly function: string;
  /** A new walk that nobody goes to; where a card of it is out, the card's id. */
  plan(places: number, how: { readonly card: boolean }): Promise<{ readonly walk: string; readonly card?: string }>;
  /** The event of a first join. */
  event(walk: string): object;
  seatIn(result: unknown): Seat;
  /** As stored, in the order of their places. */
  roster(walk: string): readonly string[];
  /** `12/30` as a card says it now, once what repairs cards has run. */
  cardSays(card: string): Promise<string>;
  stop(): Promise<void>;
}

/** The function as it is uploaded. */
export async function ours(): Promise<JoinWay> {
  const wechat = await startWalks();
  return {
    cloud: wechat.cloud,
    function: 'activity',
    async plan(places, { card }) {
      // Nobody organizes more than twenty.
      const organizer = await wechat.walker('安');
      const { activity: walk } = await wechat.create(organizer, { places });
      return card ? { walk, card: await wechat.sent(organizer, walk) } : { walk };
    },
    event: (activity) => ({ $url: 'join', activity, turn: 0 }),
    seatIn(result) {
      const answer = result as Answer<ActivityDetail>;
      if (!answer.ok) return answer.error.code === 'activity-full' ? 'full' : 'failed';
      const { status } = answer.data.seat;
      return status === 'none' ? 'failed' : status;
    },
    roster: (walk) => wechat.walk(walk).roster,
    async cardSays(card) {
      await wechat.timer();
      return countOn(wechat.platform, card);
    },
    stop: () => wechat.stop(),
  };
}

/** The same in a transaction. `retries`: how often a conflict is tried again; the SDK's default is 3. */
export async function inTransaction(retries: number): Promise<JoinWay> {
  const folder = join(__dirname, 'reference-join');
  const config = JSON.parse(readFileSync(join(folder, 'config.json'), 'utf8')) as object;
  const functions = { join: { code: await bundled(join(folder, 'index.js')), config } };
  const local = await startLocalCloud({ functions, collections: ['walks'] });
  const { cloud, platform, clock } = local;
  let walks = 0;
  return {
    cloud,
    function: 'join',
    async plan(places, { card: isOut }) {
      const walk = `walk${(walks += 1)}`;
      const card = isOut ? await sentCard(platform) : undefined;
      const startsAt = clock.now() + 2 * hour;
      const data = { _id: walk, places, mayWait: maxWaiting, roster: [], state: 'open', startsAt };
      const written = JSON.stringify({ ...data, ...(card !== undefined && { activityId: card }) });
      await local.script(`await db.collection('walks').add({ data: ${written} });`);
      return card === undefined ? { walk } : { walk, card };
    },
    event: (walk) => ({ walk, retries }),
    seatIn: (result) => (result as { readonly seat: Seat }).seat,
    roster(walk) {
      const found = (cloud.documents('walks') as readonly { _id: string; roster: readonly string[] }[]).find(
        ({ _id }) => _id === walk,
      );
      if (found === undefined) throw new Error(`no such walk is stored: ${walk}`);
      return found.roster;
    },
    cardSays: (card) => Promise.resolve(countOn(platform, card)),
    stop: () => local.stop(),
  };
}

/** As the function `activity` is bundled, so that what is compared is joining and not loading. */
async function bundled(entry: string): Promise<string> {
  const { outputFiles } = await esbuild.build({
    ...{ entryPoints: [entry], bundle: true, minify: true, write: false },
    ...{ platform: 'node', target: 'node16.13', format: 'cjs', plugins: [leftOut] },
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error(`${entry} did not build`);
  return file.text;
}

/** WeChat knows no id that nobody has sent a card with. */
async function sentCard({ updatable, chats }: Platform): Promise<string> {
  const activityId = String((await updatable.createActivityId({}))['activity_id']);
  const [{ id: chat = '', members: [sender = ''] = [] } = {}] = chats.list();
  const card = { title: '环湖走一圈', path: '', withShareTicket: true };
  await chats.send(sender, chat, { ...card, updatable: { activityId, parameters: [] } });
  return activityId;
}

function countOn({ updatable }: Platform, card: string): string {
  const { member_count: members, room_limit: places } =
    updatable.all.find(({ activityId }) => activityId === card)?.parameters ?? {};
  return `${members ?? '-'}/${places ?? '-'}`;
}
