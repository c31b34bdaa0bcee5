// A reporter for jest, which loads it as it is: says on stdout at once which test has failed, after MARK; and on stderr
// what kept a file from running.
module.exports = class FirstFailure {
  onTestCaseResult(_test, { status, fullName }) {
    if (status === 'failed') process.stdout.write(`${process.env.MARK}${fullName}\n`);
  }

  onTestFileResult(_test, { testExecError }) {
    if (testExecError) process.stderr.write(`${testExecError.stack ?? testExecError.message}\n`);
  }
};
