// The 360 pictures that the network was not trained on, and their labels.

import { read } from './digits.mjs';

const GOLDEN = '../../tests/golden/digits/';

/** A safetensors file: the length of a head, the head as JSON, the values. */
function tensors(file) {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const start = 8 + Number(view.getBigUint64(0, true));
  const head = JSON.parse(new TextDecoder().decode(file.subarray(8, start)));
  return (name, Values) => {
    const [from, to] = head[name].data_offsets;
    return new Values(file.slice(start + from, start + to).buffer);
  };
}

/** A list of `{ image, label }`. */
export async function testImages() {
  const tensor = tensors(await read(`${GOLDEN}digits_test.safetensors`));
  const [values, labels] = [tensor('images', Float32Array), tensor('labels', BigInt64Array)];
  return [...labels].map((label, i) => ({
    image: values.subarray(64 * i, 64 * (i + 1)),
    label: Number(label),
  }));
}

/** The logits that TF-slim computes for them. */
export async function referenceLogits() {
  const values = tensors(await read(`${GOLDEN}logits_tf.safetensors`))('logits_tf', Float32Array);
  return Array.from({ length: values.length / 10 }, (_, i) => values.subarray(10 * i, 10 * (i + 1)));
}
