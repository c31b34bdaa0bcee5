import { boardWith } from '../../unit/hooks/boards';
import { answers } from '../setup/fake-wechat';
import { launchGroup, type Launched } from '../setup/launch';
import { GROUP, boardOf, facesAsked, listed, room, wait, wechatWith } from './group-screen';

/** On a phone 375 px wide. */
const ROW_PX = 56;
const ROW_RPX = 112;
/** What the tallest phone shows, and what may stand above the list on its page (px). */
const ON_SCREEN = 15;
const ABOVE = [0, 350, 900];

async function open(count: number) {
  const wechat = wechatWith(boardOf(count));
  return { wechat, ...(await launchGroup(wechat, GROUP)) };
}

async function scrollTo({ scroll, settle }: Pick<Launched, 'scroll' | 'settle'>, scrollTop: number): Promise<void> {
  await scroll(scrollTop);
  await settle(() => wait(110));
}

const firstListed = (): number => room().before / ROW_RPX;

/** Rows of a list of `count` that must be there at `scrollTop`, wherever the list begins. */
function expectFull(count: number, scrollTop: number): void {
  const from = firstListed();
  const to = from + listed().length;
  for (const above of ABOVE) {
    const first = Math.max(0, Math.floor((scrollTop - above) / ROW_PX));
    expect(from).toBeLessThanOrEqual(Math.min(first, count - 1));
    expect(to).toBeGreaterThanOrEqual(Math.min(count, first + ON_SCREEN));
  }
  expect(from + listed().length + room().after / ROW_RPX).toBe(count);
  expect(listed().length).toBeLessThanOrEqual(58);
}

describe('a full group', () => {
  it('opens with what the first screen can hold, and room for the rest', async () => {
    await open(500);
    expect(listed()).toHaveLength(16);
    expect(room()).toEqual({ before: 0, after: 484 * ROW_RPX });
  });

  it('has the rows of wherever the person is: far, back, anywhere, the end', async () => {
    const page = await open(500);
    const end = 500 * ROW_PX - 600;
    for (const scrollTop of [300, 700, 2000, 9000, 8700, 8400, 21_000, end, end + 900, 12_000, 400, 0]) {
      await scrollTo(page, scrollTop);
      expectFull(500, scrollTop);
    }
    expect(firstListed()).toBe(0);
  });

  it('ends with its last row', async () => {
    const page = await open(500);
    await scrollTo(page, 500 * ROW_PX);
    expect(listed().at(-1)).toBe('500 第499个 49,501');
    expect(room().after).toBe(0);
  });

  it('follows a finger at most ten times a second, and is right when it rests', async () => {
    const { scroll, settle } = await open(500);
    await scroll(ROW_PX);
    let changes = 0;
    const list = document.querySelector('.ranking') ?? document.body;
    let seen = firstListed();
    const observer = new MutationObserver(() => {
      if (firstListed() !== seen) changes += 1;
      seen = firstListed();
    });
    observer.observe(list, { childList: true, subtree: true, attributes: true });
    const start = Date.now();
    for (let row = 0; row < 400; row += 10) await scroll(row * ROW_PX);
    const took = Date.now() - start;
    await settle(() => wait(150));
    observer.disconnect();
    expect(changes).toBeLessThanOrEqual(Math.ceil(took / 100) + 2);
    expect(changes).toBeGreaterThan(0);
    expectFull(500, 390 * ROW_PX);
  });

  it('does not move for a few rows', async () => {
    const page = await open(500);
    await scrollTo(page, 100 * ROW_PX);
    const before = firstListed();
    await scrollTo(page, 107 * ROW_PX);
    expect(firstListed()).toBe(before);
    await scrollTo(page, 108 * ROW_PX);
    expect(firstListed()).toBe(before + 8);
  });

  it('asks for the faces of those who are there, thirty a call, each once', async () => {
    const { wechat, scroll, settle } = await open(500);
    for (let n = 0; n < 30 && facesAsked(wechat).length === 0; n += 1) await settle(() => wait(100));
    expect(facesAsked(wechat).flat()).toHaveLength(16);
    for (let row = 0; row < 400; row += 20) await scroll(row * ROW_PX);
    for (let n = 0; n < 30 && !facesAsked(wechat).flat().includes('m-000380'); n += 1) await settle(() => wait(100));
    const faces = facesAsked(wechat);
    expect(faces.every((members) => members.length <= 30)).toBe(true);
    expect(new Set(faces.flat()).size).toBe(faces.flat().length);
    expect(faces.flat()).toContain('m-000380');
  });
});

it('another day keeps the place and its rows', async () => {
  const page = await open(500);
  await scrollTo(page, 10_000);
  await page.tap('昨天');
  expectFull(500, 10_000);
  expect(listed()[0]).toMatch(/^\d+ 第\d+个 /);
});

it('a list that has become short is there whole', async () => {
  const { wechat, ...page } = await open(500);
  await scrollTo(page, 25_000);
  wechat.script.routes['share/board'] = answers(boardWith());
  await page.pullDown();
  expect(listed()).toHaveLength(3);
  expect(room()).toEqual({ before: 0, after: 0 });
});

it('a group that fits is there whole, scrolled or not', async () => {
  const page = await open(12);
  expect(listed()).toHaveLength(12);
  await scrollTo(page, 200);
  expect(listed()).toHaveLength(12);
  expect(room()).toEqual({ before: 0, after: 0 });
});

describe("WeChat's audit", () => {
  /** What the screen consists of: nodes (texts too), the deepest one, the most children of one. */
  function shape(root: Node, depth = 1): { nodes: number; depth: number; children: number } {
    const parts = [...root.childNodes].map((child) => shape(child, depth + 1));
    return {
      nodes: parts.reduce((sum, { nodes }) => sum + nodes, 1),
      depth: Math.max(depth, ...parts.map((part) => part.depth)),
      children: Math.max(parts.length, ...parts.map(({ children }) => children)),
    };
  }

  it('fewer than 300 nodes at the opening of a full group; 1,000, 30 deep, 60 children anywhere', async () => {
    const page = await open(500);
    expect(shape(document.body).nodes).toBeLessThan(300);
    await scrollTo(page, 12_000);
    const { nodes, depth, children } = shape(document.body);
    expect(listed()).toHaveLength(56);
    expect(nodes).toBeLessThan(1000);
    expect(depth).toBeLessThan(30);
    expect(children).toBeLessThanOrEqual(60);
  });
});
