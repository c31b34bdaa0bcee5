/** The arrows of the house are lint rules; each rule notices a snippet that goes against it. */
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

const root = resolve(__dirname, '../..');

/** An existing file of the room (type-aware rules need one), and what must not stand in it. */
const wrong: readonly [file: string, code: string][] = [
  ['src/pages/home/index.tsx', "import Taro from '@tarojs/taro';\nvoid Taro;"],
  ['src/pages/home/index.tsx', 'wx.getWeRunData({});'],
  ['src/pages/home/index.tsx', "import { schema } from '../../../cloud/schema';\nvoid schema;"],
  ['src/pages/home/index.tsx', "import { contract } from '../../../cloud/contract/contract';\nvoid contract;"],
  ['src/components/count.ts', "import { weRunStore } from '../hooks/useWeRun';\nvoid weRunStore;"],
  ['src/components/count.ts', "import { contract } from '../../cloud/contract/contract';\nvoid contract;"],
  ['src/hooks/async-state.ts', "import { summarize } from '../pages/home/summary';\nvoid summarize;"],
  ['src/wechat/cloud.ts', "import { weRunStore } from '../hooks/useWeRun';\nvoid weRunStore;"],
  ['src/wechat/cloud.ts', "import { openStorage } from '../../test/emulator/storage';\nvoid openStorage;"],
  ['cloud/domain/steps/days.ts', "import { Collection } from '../../platform/database';\nvoid Collection;"],
  ['cloud/domain/steps/days.ts', "import { summarize } from '../../../src/pages/home/summary';\nvoid summarize;"],
  ['cloud/contract/errors.ts', "import * as cloud from 'wx-server-sdk';\nvoid cloud;"],
  ['cloud/platform/context.ts', "import { listDays } from '../domain/steps/days';\nvoid listDays;"],
  ['cloud/functions/setup/index.ts', "import * as cloud from 'wx-server-sdk';\nvoid cloud;"],
];

/** ESLint reads its configuration by `import()`, which jest does not have: one process of its own lints them all. */
const lint = `
  const { ESLint } = require('eslint');
  const eslint = new ESLint();
  Promise.all(JSON.parse(process.argv[1]).map(([filePath, code]) => eslint.lintText(code, { filePath }))).then((all) =>
    console.log(JSON.stringify(all.map(([{ messages }]) => messages.map(({ ruleId }) => ruleId)))),
  );
`;

let found: readonly (readonly (string | null)[])[];

beforeAll(() => {
  // Under CI typescript-eslint reads each file from the disk once, instead of the code that it is given.
  const env = { ...process.env, TSESTREE_SINGLE_RUN: 'false' };
  const args = ['-e', lint, JSON.stringify(wrong)];
  const output = execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8', env });
  found = JSON.parse(output) as typeof found;
}, 120_000);

it.each(wrong.map(([file, code], index) => ({ file, code, index })))('$file may not say $code', ({ index }) => {
  expect(found[index]).toContainEqual(expect.stringMatching(/^no-restricted-(imports|globals)$/));
});
