import { useWorkbench } from '../store';

/** A user's portrait; who reads is told the name beside it. */
export function Face({ openid }: { readonly openid: string }) {
  const portrait = useWorkbench(({ users }) => users.find((user) => user.openid === openid)?.avatarUrl);
  return <img className="wx-face" src={portrait} alt="" />;
}
