/**
 * A reader of which only the newest answer is taken: an answer that was overtaken by a later question is dropped, so
 * that two changes in a row cannot leave the older state.
 */
export function newest<T>(read: () => Promise<T>, take: (answer: T) => void): () => Promise<void> {
  let asked = 0;
  return async () => {
    const mine = (asked += 1);
    const answer = await read();
    if (mine === asked) take(answer);
  };
}
