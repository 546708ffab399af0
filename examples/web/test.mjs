// All builds over all test images, in node: `cargo xtask web-page` runs this.

import assert from 'node:assert/strict';

import { BUILDS, load, read, supported } from './digits.mjs';
import { referenceLogits, testImages } from './images.mjs';

const TOLERANCE = 1e-4;

const [images, reference] = await Promise.all([testImages(), referenceLogits()]);
assert.equal(images.length, 360);

/** The logits of all images. */
function run(digits) {
  const logits = images.map(({ image }) => digits.logits(image));
  const right = images.filter(({ image, label }) => digits.classify(image) === label).length;
  console.log(`${right} of ${images.length} digits right`);
  assert.equal(right, 353);
  return logits;
}

function difference(found, expected) {
  const differences = found.flatMap((row, i) => [...row].map((v, j) => Math.abs(v - expected[i][j])));
  const largest = differences.reduce((most, v) => (v <= most ? most : v), 0);
  assert.equal(differences.length, 10 * images.length);
  assert(largest <= TOLERANCE, `expected at most ${TOLERANCE} between logits, found ${largest}`);
  return largest;
}

function milliseconds(digits) {
  const start = performance.now();
  for (const { image } of images) digits.logits(image);
  return (performance.now() - start) / images.length;
}

const logits = new Map();
for (const build of BUILDS.keys()) {
  // A build that none can run would be none, and pass.
  assert(supported().includes(build), `expected an engine with ${build}`);
  const digits = await load(build);
  const { length } = await read(`digits.${build}.wasm`);
  console.log(`digits.${build}.wasm: ${length} bytes`);
  logits.set(build, run(digits));
  assert.throws(() => digits.logits([0]), /expected 64 values, found 1/);
  assert.throws(() => digits.check(digits.wasm.digits_verify(0, 64)), /null/);
  const times = Array.from({ length: 20 }, () => milliseconds(digits));
  console.log(`  ${Math.min(...times).toPrecision(2)} ms an image`);
  console.log(`  from TF-slim's logits: ${difference(logits.get(build), reference).toExponential(1)}`);
}
for (const [one, ours] of logits) {
  for (const [other, theirs] of logits) {
    if (one < other) console.log(`${one}, ${other}: ${difference(ours, theirs).toExponential(1)}`);
  }
}

// Engines that refuse what the faster builds have.
const { validate } = WebAssembly;
const probes = [...BUILDS.values()];
for (const [i, build] of [...BUILDS.keys()].entries()) {
  WebAssembly.validate = (module) => probes.indexOf(module) >= i && validate(module);
  const chosen = await load();
  assert.equal(chosen.build, build);
  console.log(`chosen from ${supported().join(', ')}: ${build}`);
  assert.deepEqual(run(chosen), logits.get(build));
}
