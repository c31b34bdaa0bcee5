import { useEffect, useRef, useState } from 'react';
import type { Photo } from '../../hooks/useAlbum';

/** Passed photos of a first page, and pending ones, at most (cloud/contract/album.ts). */
const PAGE = 24;
const PENDING = 76;

/**
 * How many of my pending photos are gone: they were there, and the newest answer has them no more. WeChat refused them,
 * or I deleted them on another phone: nobody tells which. The word is lost where the app ends before anybody looks.
 * `removed`: what I took out here.
 */
export function useRefused(
  photos: readonly Photo[] | undefined,
  removed: { readonly current: ReadonlySet<string> },
  hasMore: boolean,
): readonly [count: number, forget: () => void] {
  const waiting = useRef<readonly Photo[]>([]);
  const [count, setCount] = useState(0);

  useEffect(() => {
    if (photos === undefined) {
      // The group is left, or all is forgotten: what waited went with the rest.
      waiting.current = [];
      return;
    }
    const refused = waiting.current.filter(
      (photo) => !removed.current.has(photo.photo) && isGone(photo, photos, hasMore),
    );
    waiting.current = photos.filter(({ state }) => state === 'pending');
    if (refused.length > 0) setCount((before) => before + refused.length);
  }, [photos, removed, hasMore]);

  return [count, () => setCount(0)];
}

/**
 * One that passed late may belong to a page that was read before, and of so many pending ones not all may be answered:
 * nobody knows, and nothing is said.
 */
function isGone({ photo, addedAt }: Photo, photos: readonly Photo[], hasMore: boolean): boolean {
  if (photos.some((other) => other.photo === photo)) return false;
  if (photos.filter(({ state }) => state === 'pending').length >= PENDING) return false;
  const newest = photos.filter(({ state }) => state === 'passed').slice(0, PAGE);
  return (!hasMore && newest.length < PAGE) || newest.some((other) => other.addedAt < addedAt);
}
