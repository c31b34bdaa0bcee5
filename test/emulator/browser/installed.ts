/** Where a Chrome, Chromium or Edge that someone installed is found, in the order in which we try them. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { homedir } from 'node:os';

const ON_PATH = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
];

const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge'];

const WINDOWS_PROGRAMS = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];

/** Executables that exist on this machine; empty where there is none. */
export function installedBrowsers(): readonly string[] {
  return [...new Set(candidates())].filter((path) => existsSync(path));
}

function candidates(): string[] {
  if (process.platform === 'win32') return windowsPrograms();
  if (process.platform === 'darwin') return macApps();
  return executablesOnPath();
}

function windowsPrograms(): string[] {
  const { ProgramFiles, 'ProgramFiles(x86)': programFilesX86, LOCALAPPDATA } = process.env;
  const roots = [ProgramFiles, programFilesX86, LOCALAPPDATA].filter((root) => root !== undefined);
  return WINDOWS_PROGRAMS.flatMap((program) => roots.map((root) => join(root, program)));
}

function macApps(): string[] {
  const folders = ['/Applications', join(homedir(), 'Applications')];
  return MAC_APPS.flatMap((app) => folders.map((folder) => join(folder, `${app}.app`, 'Contents', 'MacOS', app)));
}

function executablesOnPath(): string[] {
  const folders = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), '/usr/bin', '/opt/google/chrome'];
  return ON_PATH.flatMap((name) => folders.map((folder) => join(folder, name)));
}
