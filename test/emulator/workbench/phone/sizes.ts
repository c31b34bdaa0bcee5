export interface DeviceSize {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** Rounded as the glass of that device is, CSS px. */
  readonly radius: number;
}

export const SIZES: readonly [DeviceSize, ...DeviceSize[]] = [
  { name: '375×812', width: 375, height: 812, radius: 40 },
  { name: '320×568', width: 320, height: 568, radius: 4 },
  { name: '414×896', width: 414, height: 896, radius: 42 },
];
