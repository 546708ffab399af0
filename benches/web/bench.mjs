// Beside onnxruntime-web, in one engine, by turns:
//   cargo xtask web NETWORKS
// where NETWORKS is a folder that benches/peers/export.py wrote.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import * as ort from 'onnxruntime-web';

const NETWORKS = [
  { name: 'resnet18', id: 0, turns: 24, calls: 1 },
  { name: 'digits', id: 1, turns: 24, calls: 500 },
];
const TOLERANCE = 1e-4;

const [folder, ...builds] = process.argv.slice(2);

/** A compiled module of ours, with a network loaded. */
async function ours(file, network, weights, image) {
  const { instance } = await WebAssembly.instantiate(await readFile(file));
  const { memory, ...net } = instance.exports;
  // A call may grow the memory, and its buffer is then another one.
  const place = net.file(weights.length);
  new Uint8Array(memory.buffer, place, weights.length).set(weights);
  const input = net.load(network.id);
  if (input === 0) throw new Error(`${file}: the weights of ${network.name} do not fit`);
  new Float32Array(memory.buffer, input, image.length).set(image);
  return {
    run: net.run,
    output: (n) => new Float32Array(memory.buffer, net.run(), n),
  };
}

async function onnxruntime(network, image) {
  const model = await readFile(join(folder, network.name, 'b1.onnx'));
  const weights = await readFile(join(folder, network.name, 'b1.onnx.data')).catch(() => null);
  const options = { executionProviders: ['wasm'], graphOptimizationLevel: 'all' };
  if (weights) options.externalData = [{ path: 'b1.onnx.data', data: weights }];
  const session = await ort.InferenceSession.create(model, options);
  const [h, w, c] = network.shape;
  const feeds = { [session.inputNames[0]]: new ort.Tensor('float32', image, [1, c, h, w]) };
  const run = () => session.run(feeds);
  return { run, output: async () => (await run())[session.outputNames[0]].data };
}

async function floats(network, name) {
  const bytes = await readFile(join(folder, network.name, name));
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
}

function error(got, want) {
  const most = want.reduce((most, v) => Math.max(most, Math.abs(v)), 0);
  const errors = want.map((v, i) => Math.abs(got[i] - v) / most);
  return errors.reduce((worst, v) => (v <= worst ? worst : v), 0);
}

/** Milliseconds of one call. */
async function time(run, calls) {
  const start = performance.now();
  for (let i = 0; i < calls; i++) {
    const result = run();
    if (result instanceof Promise) await result;
  }
  return (performance.now() - start) / calls;
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

ort.env.wasm.numThreads = 1;
ort.env.logLevel = 'error';
console.log('| network | program | ms, least | ms, median | share of onnxruntime-web |');
console.log('|---|---|---|---|---|');
for (const network of NETWORKS) {
  const read = (name) => readFile(join(folder, network.name, name));
  network.shape = (await read('shape.txt')).toString().trim().split(' ').map(Number);
  const [weights, image] = [await read('weights.safetensors'), await floats(network, 'b1.nhwc.f32')];
  const want = await floats(network, 'b1.output.f32');
  const programs = [
    { name: 'onnxruntime-web', ...(await onnxruntime(network, await floats(network, 'b1.nchw.f32'))) },
  ];
  for (const build of builds) {
    const [name, file] = build.split('=');
    programs.push({ name: `this crate, ${name}`, ...(await ours(file, network, weights, image)) });
  }
  for (const program of programs) {
    program.times = [];
    const worst = error(await program.output(want.length), want);
    if (!(worst <= TOLERANCE)) throw new Error(`${network.name}, ${program.name}: error ${worst}`);
    // Until the engine has optimised it.
    await time(program.run, 4 * network.calls);
  }
  for (let turn = 0; turn < network.turns; turn++) {
    for (const program of programs) program.times.push(await time(program.run, network.calls));
  }
  const least = (program) => Math.min(...program.times);
  for (const program of programs) {
    const share = (least(program) / least(programs[0])).toFixed(2);
    const numbers = [least(program), median(program.times)].map((ms) => ms.toPrecision(3));
    console.log(`| ${[network.name, program.name, ...numbers, share].join(' | ')} |`);
  }
}
