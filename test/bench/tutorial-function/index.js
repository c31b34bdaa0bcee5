// The same answer as `opendata/steps`, as tutorials write it: the SDK from node_modules, nothing bundled, nothing checked.
const cloud = require('wx-server-sdk');
const TcbRouter = require('tcb-router');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
const db = cloud.database();

exports.main = async (event) => {
  const app = new TcbRouter({ event });
  app.router('steps', async (ctx) => {
    const { OPENID } = cloud.getWXContext();
    const { data } = await db.collection('steps').where({ _id: OPENID }).get();
    ctx.body = { code: 0, data: data[0] };
  });
  return app.serve();
};
