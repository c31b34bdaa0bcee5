/** Ms: what WeChat's page calls the default life of an activity_id. */
const life = 24 * 3_600_000;

/**
 * When an id ends, ms since the epoch. The unit of `expiration_time` is not documented: Unix seconds, presumably, and
 * milliseconds are understood too. What is neither, or lies further than the documented 24 hours, counts as 24 hours.
 * A number that is too big for JavaScript comes as an object of the SDK's; its text is the number. `now` in ms.
 */
export function expiryOf(expirationTime: unknown, now: number): number {
  const time = Number(String(expirationTime));
  const isPlausible = (moment: number) => moment > now && moment <= now + life;
  return [time * 1000, time].find(isPlausible) ?? now + life;
}
