import { useWorkbench } from '../store';

export function Notice() {
  const notice = useWorkbench((state) => state.notice);
  const connected = useWorkbench((state) => state.connected);
  return (
    <div className="notices" role="status" aria-live="polite">
      {!connected && <p className="notice bad">The local WeChat does not answer. This page comes back when it does.</p>}
      {notice && <p className={notice.failed ? 'notice bad' : 'notice'}>{notice.text}</p>}
    </div>
  );
}
