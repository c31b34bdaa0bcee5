/**
 * A loader of webpack. `options.cuts` says what stands in the file, what shall stand there, and how often (once).
 * Anything else fails the build: after an update of the library each cut has to be read again.
 */
module.exports = function cutLoader(source) {
  return this.getOptions().cuts.reduce((text, [before, after, times = 1]) => {
    const parts = text.split(before);
    if (parts.length !== times + 1) {
      throw new Error(`${this.resourcePath} has ${parts.length - 1} times, instead of ${times}: ${before}`);
    }
    return parts.join(after);
  }, source);
};
