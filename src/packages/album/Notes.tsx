import { ErrorNote } from '../../components/ErrorNote/ErrorNote';
import { wayOut } from '../../components/way-out';
import type { OpenDataError } from '../../wechat/open-data-error';

interface Props {
  /** Why the photos could not be got. */
  readonly missing: OpenDataError | undefined;
  /** Why the last choosing, opening or deleting failed. */
  readonly failure: OpenDataError | undefined;
  /** Photos that WeChat refused, or that were deleted elsewhere. */
  readonly refused: number;
  readonly onLoad: () => void;
  readonly onAgree: () => void;
  readonly onSeen: () => void;
}

/** What went wrong, beside the button that is always in sight. */
export function Notes({ missing, failure, refused, onLoad, onAgree, onSeen }: Props) {
  return (
    <>
      {missing && <ErrorNote sentence={missing.sentence} action={wayOut[missing.recover]} onAction={onLoad} />}
      {failure && (
        // The rest is done again where it was done: on the photo, or by the button below.
        <ErrorNote
          sentence={failure.sentence}
          action={failure.recover === 'agree-privacy' ? wayOut['agree-privacy'] : undefined}
          onAction={onAgree}
        />
      )}
      {refused > 0 && (
        <ErrorNote
          sentence={`有 ${refused} 张照片没有通过微信的安全检查，或已经被删除。`}
          action="知道了"
          onAction={onSeen}
        />
      )}
    </>
  );
}
