import { Child } from '../../emulator/cli/child';
import { windowsCommandLine } from '../../emulator/cli/windows-command-line';

const LASTING = [process.execPath, '-e', 'setInterval(() => {}, 1000)'] as const;
const platform = process.platform;
const onPlatform = (name: NodeJS.Platform) => Object.defineProperty(process, 'platform', { value: name });

const onPosix = platform === 'win32' ? describe.skip : describe;

onPosix('a signal to a group', () => {
  let child: Child;
  beforeEach(() => {
    child = Child.program(LASTING, { stdio: 'ignore' });
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    onPlatform(platform);
    await child.end();
  });

  /** The system's answer, as a group on another system gets it. */
  function answer(code: string): void {
    jest.spyOn(process, 'kill').mockImplementation(() => {
      throw Object.assign(new Error(`kill ${code}`), { code });
    });
  }

  test('ends it; a second one finds nobody and says nothing', async () => {
    child.signal('SIGTERM');
    expect(await child.ended).toBe(143);
    expect(() => child.signal('SIGTERM')).not.toThrow();
  });

  test.each([
    ['darwin', 'EPERM'],
    ['darwin', 'ESRCH'],
    ['linux', 'ESRCH'],
  ] as const)('that is gone: %s says %s', (system, code) => {
    onPlatform(system);
    answer(code);
    expect(() => child.signal('SIGTERM')).not.toThrow();
  });

  test('that may not be ended is an error', () => {
    onPlatform('linux');
    answer('EPERM');
    expect(() => child.signal('SIGTERM')).toThrow('kill EPERM');
  });
});

const ARGUMENTS = [
  'two words',
  '',
  'a"b',
  'ends with \\\\',
  'C:\\My Files\\',
  'a&b',
  '100%',
  'x^y',
  '(z)',
  '中 文',
  'a;b,c',
];

test('arguments arrive as they are', async () => {
  const script = 'process.stdout.write(JSON.stringify(process.argv.slice(1)))';
  const child = Child.program([process.execPath, '-e', script, '--', ...ARGUMENTS], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  expect(await child.ended).toBe(0);
  expect(JSON.parse(said)).toEqual(ARGUMENTS);
});

describe('the line for cmd.exe', () => {
  test.each([
    [['npx', 'jest', '--runInBand'], 'npx jest --runInBand'],
    [['npx', 'two words'], 'npx ^"two^ words^"'],
    [['C:\\Program Files\\node.exe', ''], 'C:\\Program^ Files\\node.exe ^"^"'],
    [['npx', 'a&b', '100%', 'x|y'], 'npx ^"a^&b^" ^"100^%^" ^"x^|y^"'],
    [['npx', 'say "hi"'], 'npx ^"say^ \\^"hi\\^"^"'],
    [['npx', 'C:\\My Files\\'], 'npx ^"C:\\My^ Files\\\\^"'],
    [['npx', 'C:\\plain\\'], 'npx C:\\plain\\'],
  ] as const)('%j', (command, line) => {
    expect(windowsCommandLine(command)).toBe(line);
  });

  test('is read back as what it was, by the rules of cmd.exe and of CommandLineToArgvW', () => {
    expect(argumentsOf(afterCmd(windowsCommandLine(['npx', ...ARGUMENTS])))).toEqual(['npx', ...ARGUMENTS]);
  });
});

/** What cmd.exe hands on where no quote is open: `^` gives the next character as it is. */
const afterCmd = (line: string): string => line.replace(/\^(.)/g, '$1');

/** learn.microsoft.com: cpp/c-language/parsing-c-command-line-arguments */
function argumentsOf(line: string): string[] {
  const found: string[] = [];
  let current: string | undefined;
  let quoted = false;
  for (const [part = '', slashes = '', quote] of line.matchAll(/(\\*)(")|\\+|[^\\"]/g)) {
    if (quote !== undefined) {
      const escaped = slashes.length % 2 === 1;
      current = (current ?? '') + slashes.slice(Math.ceil(slashes.length / 2)) + (escaped ? '"' : '');
      if (!escaped) quoted = !quoted;
    } else if (part === ' ' && !quoted) {
      if (current !== undefined) found.push(current);
      current = undefined;
    } else {
      current = (current ?? '') + part;
    }
  }
  return current === undefined ? found : [...found, current];
}
