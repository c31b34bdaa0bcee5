// Joining a walk as tutorials write it: a transaction reads, checks and writes, then the card is told what was read.
// It does what `activity/join` does, waiting list included. The SDK loses the code by which it knows a conflict that
// it should try again; here it is put back, so all retries that were asked for take place.
const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
const db = cloud.database();
const _ = db.command;

exports.main = async ({ walk, retries }) => {
  const { OPENID } = cloud.getWXContext();
  try {
    const joined = await db.runTransaction((transaction) => retryable(takePlace(transaction, walk, OPENID)), retries);
    if (joined.isNew && joined.seat === 'seated') await tell(joined);
    return { seat: joined.seat };
  } catch (error) {
    console.error(error);
    return { seat: 'failed' };
  }
};

async function takePlace(transaction, id, openid) {
  const document = transaction.collection('walks').doc(id);
  const { places, mayWait, roster, state, startsAt, activityId } = (await document.get()).data;
  const at = roster.indexOf(openid);
  if (at >= 0) return { seat: at < places ? 'seated' : 'waiting' };
  if (state !== 'open' || startsAt <= Date.now()) return { seat: 'closed' };
  if (roster.length >= places + mayWait) return { seat: 'full' };
  await document.update({ data: { roster: _.push([openid]) } });
  const members = Math.min(roster.length + 1, places);
  return { seat: roster.length < places ? 'seated' : 'waiting', isNew: true, members, places, activityId };
}

async function retryable(operations) {
  try {
    return await operations;
  } catch (error) {
    if (String(error.errMsg).includes('TransactionConflict')) error.code = 'DATABASE_TRANSACTION_CONFLICT';
    throw error;
  }
}

/** Who waits changes nothing that the card says. */
async function tell({ activityId, members, places }) {
  if (activityId === undefined) return;
  const parameterList = [
    { name: 'member_count', value: String(members) },
    { name: 'room_limit', value: String(places) },
  ];
  const templateInfo = { parameterList };
  await cloud.openapi.updatableMessage.setUpdatableMsg({ activityId, targetState: 0, templateInfo });
}
