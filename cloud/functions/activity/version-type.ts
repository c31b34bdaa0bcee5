const versions = ['develop', 'trial', 'release'] as const;

/**
 * Which version of the mini program a started card opens, by `CARD_VERSION_TYPE` in the function's configuration. Set to
 * something else it is `release`: cards and walks do not stop for that.
 */
export function versionTypeOf(configured: string | undefined): (typeof versions)[number] {
  const known = versions.find((version) => version === configured);
  if (known === undefined && configured) {
    console.warn(
      `activity: CARD_VERSION_TYPE is "${configured}", which is none of ${versions.join(', ')}: release it is`,
    );
  }
  return known ?? 'release';
}
