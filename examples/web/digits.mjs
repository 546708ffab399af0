// Loads the digits network: `const digits = await load(); digits.classify(image)`.
// For browsers and for node, without dependencies.

/** The start of every module, and a type: no argument, one vector. */
const HEAD = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 5, 1, 0x60, 0, 1, 0x7b, 3, 2, 1, 0];

/** i32.const 0, i32x4.splat */
const VECTOR = [0x41, 0, 0xfd, 0x11];

/** A module of one function, which an engine without its instructions refuses. */
function probe(...body) {
  const code = [0, ...body, 0x0b];
  return new Uint8Array([...HEAD, 0x0a, code.length + 2, 1, code.length, ...code]);
}

/** The builds, fastest first, and what an engine must know for each. */
export const BUILDS = new Map([
  // f32x4.relaxed_madd
  ['relaxed-simd', probe(...VECTOR, ...VECTOR, ...VECTOR, 0xfd, 0x85, 2)],
  ['simd128', probe(...VECTOR)],
  ['plain', new Uint8Array(HEAD.slice(0, 8))],
]);

/** The builds that this engine runs. */
export function supported() {
  return [...BUILDS].filter(([, module]) => WebAssembly.validate(module)).map(([name]) => name);
}

/** The bytes of a file beside this one, or at another address. */
export async function read(name) {
  const url = new URL(name, import.meta.url);
  if (url.protocol === 'file:') {
    const { readFile } = await import('node:fs/promises');
    return new Uint8Array(await readFile(url));
  }
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status} ${response.statusText}`);
  return new Uint8Array(await response.arrayBuffer());
}

const PAGE = 65536;
const FLOAT = 4;
const PIXELS = 8 * 8;
const CLASSES = 10;
/** `digits_network` of the C header: a pointer and two words. */
const NETWORK_BYTES = 12;

/** The network, of the fastest build that the engine runs, or of a named one. */
export async function load(build = supported()[0]) {
  const { instance } = await WebAssembly.instantiate(await read(`digits.${build}.wasm`));
  return new Digits(build, instance.exports);
}

class Digits {
  constructor(build, exports) {
    this.build = build;
    this.wasm = exports;
    // New pages belong to nobody else. The workspace, which starts as they do, is a
    // multiple of a cache line, and the rest is words.
    this.workspaceBytes = exports.digits_workspace_bytes();
    const bytes = this.workspaceBytes + (PIXELS + CLASSES) * FLOAT + NETWORK_BYTES;
    this.workspace = exports.memory.grow(Math.ceil(bytes / PAGE)) * PAGE;
    this.image = this.workspace + this.workspaceBytes;
    this.output = this.image + PIXELS * FLOAT;
    this.network = this.output + CLASSES * FLOAT;
    this.check(
      exports.digits_from_packed(this.network, exports.digits_file(), exports.digits_file_bytes()),
    );
  }

  /** The logits of 8 x 8 values from 0, the paper, to 1, the ink. */
  logits(image) {
    return this.compute(this.wasm.digits_forward, image);
  }

  /** The probability of each digit. */
  probabilities(image) {
    return this.compute(this.wasm.digits_predict, image);
  }

  /** The likeliest digit. */
  classify(image) {
    const logits = this.logits(image);
    return logits.indexOf(Math.max(...logits));
  }

  compute(of, image) {
    if (image.length !== PIXELS) {
      throw new Error(`expected ${PIXELS} values, found ${image.length}`);
    }
    new Float32Array(this.wasm.memory.buffer, this.image, PIXELS).set(image);
    const { network, output, workspace, workspaceBytes } = this;
    this.check(of(network, this.image, PIXELS, output, CLASSES, workspace, workspaceBytes));
    return new Float32Array(this.wasm.memory.buffer, output, CLASSES).slice();
  }

  /** Turns a code into an error with its text. */
  check(code) {
    if (code === 0) return;
    const text = this.wasm.digits_strerror(code);
    const bytes = new Uint8Array(this.wasm.memory.buffer, text);
    throw new Error(new TextDecoder().decode(bytes.slice(0, bytes.indexOf(0))));
  }
}
