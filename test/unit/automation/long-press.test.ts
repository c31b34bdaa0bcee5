import automator from 'miniprogram-automator';
import { emulators } from '../server/project';
import { find, pageOf, type MiniProgram } from './phone';
import { eventually } from '../../eventually';

const world = emulators();
let miniProgram: MiniProgram;

beforeAll(async () => {
  const projectDir = world.newProject({
    'miniprogram/pages/index/index.wxml':
      '<view class="card" bindlongpress="hear" bindlongtap="hear" bindtap="hear" bindtouchend="hear" />',
    'miniprogram/pages/index/index.js': `Page({
      data: { heard: [] },
      hear({ type }) { this.setData({ heard: [...this.data.heard, type] }) },
    })`,
  });
  const { control } = await world.start({ projectDir, host: 'node' });
  const [phone] = await control.phones.list();
  miniProgram = await automator.connect({ wsEndpoint: phone?.automator ?? '' });
});
afterAll(() => miniProgram.disconnect());
beforeEach(async () => (await pageOf(miniProgram)).setData({ heard: [] }));

type Touched = Awaited<ReturnType<typeof find>> & {
  longpress(): Promise<void>;
  touchstart(touches: object): Promise<void>;
  touchmove(touches: object): Promise<void>;
  touchend(touches: object): Promise<void>;
};
const card = async () => (await find(await pageOf(miniProgram), '.card')) as Touched;
const heard = async () => (await (await pageOf(miniProgram)).data('heard')) as readonly string[];
const at = (pageY: number) => ({ touches: [{ pageX: 0, pageY }], changedTouches: [{ pageX: 0, pageY }] });
const rest = () => new Promise((resolve) => setTimeout(resolve, 450));

it('is what the official client makes of an element', async () => {
  await (await card()).longpress();
  await eventually(async () => ((await heard()).includes('touchend') ? true : undefined), 'the touch to end');
  expect(await heard()).toEqual(['longpress', 'longtap', 'touchend']);
});

it('is neither a tap nor a drag', async () => {
  const element = await card();
  await element.tap();
  await rest();
  expect(await heard()).toEqual(['touchend', 'tap']);
  await element.touchstart(at(0));
  await element.touchmove(at(40));
  await rest();
  await element.touchend({ touches: [], changedTouches: [{ pageX: 0, pageY: 40 }] });
  expect(await heard()).toEqual(['touchend', 'tap', 'touchend']);
});
