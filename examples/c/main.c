/* Reads digits with one network, computes two others beside it, and makes every
   error that a caller can make. Compiled as C99, and as C++. */

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "backbone.h"
#include "digits.h"
#include "tiny_net.h"

/* Ends the program if a call does not return what it should. */
#define EXPECT(wanted, call) expect(wanted, call, #call, __LINE__)

static void expect(int wanted, int found, const char *call, int line) {
    if (found != wanted) {
        fprintf(stderr, "main.c:%d: %s\n  expected %d, %s\n  found %d, %s\n", line, call, wanted,
                digits_strerror(wanted), found, digits_strerror(found));
        exit(1);
    }
}

static void fail(const char *what) {
    fprintf(stderr, "main.c: %s\n", what);
    exit(1);
}

/* Memory at a multiple of 64, and so many bytes behind one. It is never freed. */
static void *allocate(size_t bytes, size_t offset) {
    char *memory = (char *)malloc(bytes + offset + 64);
    if (memory == NULL) {
        fail("no memory");
    }
    /* Bits of a NaN: what lies in memory must not matter. */
    memset(memory, 0xff, bytes + offset + 64);
    return memory + (64 - (uintptr_t)memory % 64) % 64 + offset;
}

/* A whole file, at a multiple of 64. */
static char *read_file(const char *folder, const char *name, size_t *bytes) {
    char path[1024];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "rb");
    if (file == NULL || fseek(file, 0, SEEK_END) != 0) {
        fail(path);
    }
    *bytes = (size_t)ftell(file);
    rewind(file);
    char *content = (char *)allocate(*bytes, 0);
    if (fread(content, 1, *bytes, file) != *bytes) {
        fail(path);
    }
    fclose(file);
    return content;
}

static void print(const float *values, size_t len) {
    for (size_t i = 0; i < len; i++) {
        uint32_t bits;
        memcpy(&bits, &values[i], sizeof bits);
        printf(i + 1 < len ? "%08lx " : "%08lx\n", (unsigned long)bits);
    }
}

/* Every way to call `digits_forward` wrongly. */
static void call_wrongly(const digits_network *network, const float *image, char *workspace) {
    float output[DIGITS_OUTPUT_LEN + 1];
    const size_t in = DIGITS_INPUT_LEN, out = DIGITS_OUTPUT_LEN, bytes = DIGITS_WORKSPACE_BYTES;
    char *unaligned = (char *)output + 1;
    EXPECT(RESNET_NULL, digits_forward(NULL, image, in, output, out, workspace, bytes));
    EXPECT(RESNET_NULL, digits_forward(network, NULL, in, output, out, workspace, bytes));
    EXPECT(RESNET_NULL, digits_forward(network, image, in, NULL, out, workspace, bytes));
    EXPECT(RESNET_NULL, digits_forward(network, image, in, output, out, NULL, bytes));
    EXPECT(RESNET_ALIGNMENT, digits_forward((const digits_network *)(const void *)unaligned, image,
                                            in, output, out, workspace, bytes));
    EXPECT(RESNET_ALIGNMENT, digits_forward(network, (const float *)(const void *)unaligned, in,
                                            output, out, workspace, bytes));
    EXPECT(RESNET_ALIGNMENT, digits_forward(network, image, in, (float *)(void *)unaligned, out,
                                            workspace, bytes));
    EXPECT(RESNET_ALIGNMENT,
           digits_forward(network, image, in, output, out, workspace + 32, bytes));
    EXPECT(RESNET_LENGTH, digits_forward(network, image, in - 1, output, out, workspace, bytes));
    EXPECT(RESNET_LENGTH, digits_forward(network, image, in + 1, output, out, workspace, bytes));
    EXPECT(RESNET_LENGTH, digits_forward(network, image, in, output, out - 1, workspace, bytes));
    EXPECT(RESNET_LENGTH, digits_forward(network, image, in, output, SIZE_MAX, workspace, bytes));
    EXPECT(RESNET_MEMORY, digits_forward(network, image, in, output, out, workspace, bytes - 1));
    EXPECT(RESNET_MEMORY, digits_forward(network, image, in, output, out, workspace, 0));
    float *inside = (float *)(void *)(workspace + 64);
    EXPECT(RESNET_OVERLAP, digits_forward(network, inside, in, output, out, workspace, bytes));
    EXPECT(RESNET_OVERLAP, digits_forward(network, image, in, inside, out, workspace, bytes));
    EXPECT(RESNET_OVERLAP,
           digits_forward(network, image, in, (float *)(uintptr_t)image, out, workspace, bytes));
    EXPECT(RESNET_OVERLAP,
           digits_forward(network, image, in, output, out, (void *)(uintptr_t)network->values, bytes));
    digits_network other = {NULL, 0, 0};
    EXPECT(RESNET_NETWORK, digits_forward(&other, image, in, output, out, workspace, bytes));
    other = *network;
    other.len -= 1;
    EXPECT(RESNET_NETWORK, digits_forward(&other, image, in, output, out, workspace, bytes));
    other = *network;
    other.values = (const char *)other.values + 4;
    EXPECT(RESNET_NETWORK, digits_predict(&other, image, in, output, out, workspace, bytes));
    other = *network;
    other.precision = 3;
    EXPECT(RESNET_NETWORK, digits_predict(&other, image, in, output, out, workspace, bytes));
}

/* Files that are not as they were packed. */
static void load_wrongly(const char *file, size_t bytes) {
    digits_network network;
    char *copy = (char *)allocate(bytes + 1, 0), *memory = (char *)allocate(DIGITS_PACKED_BYTES, 0);
    memcpy(copy, file, bytes);
    EXPECT(RESNET_NULL, digits_from_packed(NULL, file, bytes));
    EXPECT(RESNET_NULL, digits_from_packed(&network, NULL, bytes));
    EXPECT(RESNET_LENGTH, digits_from_packed(&network, file, SIZE_MAX));
    EXPECT(RESNET_FILE_LENGTH, digits_from_packed(&network, file, bytes - 1));
    EXPECT(RESNET_FILE_LENGTH, digits_from_packed(&network, copy, bytes + 1));
    EXPECT(RESNET_FILE_LENGTH, digits_from_packed(&network, file, 63));
    EXPECT(RESNET_FILE_MAGIC, digits_from_packed(&network, file, 0));
    memmove(copy + 1, file, bytes);
    EXPECT(RESNET_ALIGNMENT, digits_from_packed(&network, copy + 1, bytes));
    EXPECT(RESNET_OK, digits_verify(copy + 1, bytes));
    EXPECT(RESNET_OK, digits_unpack(&network, copy + 1, bytes, memory, DIGITS_PACKED_BYTES));
    EXPECT(RESNET_MEMORY, digits_unpack(&network, file, bytes, memory, DIGITS_PACKED_BYTES - 1));
    EXPECT(RESNET_ALIGNMENT, digits_unpack(&network, file, bytes, memory + 4, DIGITS_PACKED_BYTES));
    EXPECT(RESNET_NULL, digits_unpack(&network, file, bytes, NULL, DIGITS_PACKED_BYTES));
    digits_network *inside = (digits_network *)(void *)copy;
    EXPECT(RESNET_OVERLAP, digits_from_packed(inside, copy, bytes));
    EXPECT(RESNET_OVERLAP, digits_unpack(&network, copy + 1, bytes, copy, DIGITS_PACKED_BYTES));
    EXPECT(RESNET_NULL, digits_verify(NULL, bytes));

    static const struct { size_t at; int code; } bytes_of_the_header[] = {
        {0, RESNET_FILE_MAGIC},        {8, RESNET_FILE_VERSION}, {12, RESNET_FILE_PRECISION},
        {16, RESNET_FILE_FINGERPRINT}, {24, RESNET_FILE_COUNT},  {32, RESNET_FILE_RESERVED},
    };
    const size_t count = sizeof bytes_of_the_header / sizeof bytes_of_the_header[0];
    for (size_t i = 0; i < count; i++) {
        memcpy(copy, file, bytes);
        copy[bytes_of_the_header[i].at] ^= 0x40;
        EXPECT(bytes_of_the_header[i].code, digits_from_packed(&network, copy, bytes));
        EXPECT(bytes_of_the_header[i].code, digits_verify(copy, bytes));
        EXPECT(bytes_of_the_header[i].code,
               digits_unpack(&network, copy, bytes, memory, DIGITS_PACKED_BYTES));
    }
    memcpy(copy, file, bytes);
    copy[bytes / 2] ^= 1;
    EXPECT(RESNET_FILE_CHECKSUM, digits_verify(copy, bytes));
    EXPECT(RESNET_FILE_CHECKSUM, digits_unpack(&network, copy, bytes, memory, DIGITS_PACKED_BYTES));

    /* Another network's. */
    tiny_net_network tiny;
    EXPECT(RESNET_FILE_FINGERPRINT, tiny_net_from_packed(&tiny, file, bytes));
}

/* Weights that are folded here. */
static void fold(digits_network *network, const char *file, size_t bytes, void *memory) {
    char message[48];
    const size_t packed = DIGITS_PACKED_BYTES;
#ifdef NO_HEAP
    EXPECT(RESNET_HEAP, digits_from_safetensors(network, file, bytes, memory, packed, NULL, 0));
    (void)message;
#else
    EXPECT(RESNET_OK, digits_from_safetensors(network, file, bytes, memory, packed, NULL, 0));
    EXPECT(RESNET_OK,
           digits_from_safetensors(network, file, bytes, memory, packed, message, sizeof message));
    if (message[0] != 0) {
        fail("there is a message about nothing");
    }
    EXPECT(RESNET_WEIGHTS, digits_from_safetensors(network, file, bytes - 1, memory, packed, message,
                                                   sizeof message));
    if (strncmp(message, "the weights do not fit", 22) != 0 || strlen(message) + 1 != sizeof message) {
        fail(message);
    }
    EXPECT(RESNET_WEIGHTS, digits_from_safetensors(network, file, 0, memory, packed, message, 1));
    EXPECT(RESNET_NULL, digits_from_safetensors(network, file, bytes, memory, packed, NULL, 1));
    EXPECT(RESNET_OVERLAP,
           digits_from_safetensors(network, file, bytes, memory, packed, (char *)memory, 9));
    EXPECT(RESNET_NULL, digits_embedded(NULL, memory, packed));
    EXPECT(RESNET_NULL, digits_embedded(network, NULL, 0));
    EXPECT(RESNET_MEMORY, digits_embedded(network, memory, DIGITS_EMBEDDED_BYTES - 1));
    EXPECT(RESNET_OK, digits_embedded(network, memory, DIGITS_EMBEDDED_BYTES));
#endif
    EXPECT(RESNET_MEMORY, digits_from_safetensors(network, file, bytes, memory, 64, NULL, 0));
}

/* One network, its weights from two sources: the same bits. */
static void agree(const digits_network *one, const digits_network *other, const float *image,
                  void *workspace) {
    float first[DIGITS_OUTPUT_LEN], second[DIGITS_OUTPUT_LEN];
    EXPECT(RESNET_OK, digits_forward(one, image, DIGITS_INPUT_LEN, first, DIGITS_OUTPUT_LEN, workspace,
                                     DIGITS_WORKSPACE_BYTES));
    EXPECT(RESNET_OK, digits_forward(other, image, DIGITS_INPUT_LEN, second, DIGITS_OUTPUT_LEN,
                                     workspace, DIGITS_WORKSPACE_BYTES));
    if (memcmp(first, second, sizeof first) != 0) {
        fail("two sources of weights give different logits");
    }
}

/* A network without classes, of which the file is all that there is. */
static void compute_features(const char *folder) {
    size_t bytes;
    const char *file = read_file(folder, "backbone.resnet", &bytes);
    float *picture = (float *)allocate(BACKBONE_INPUT_LEN * sizeof(float), 0);
    float *output = (float *)allocate(BACKBONE_OUTPUT_LEN * sizeof(float), 0);
    void *workspace = allocate(BACKBONE_WORKSPACE_BYTES, 0);
    for (int i = 0; i < BACKBONE_INPUT_LEN; i++) {
        picture[i] = (float)(i * 37 % 101) / 101;
    }
    backbone_network backbone;
    size_t half_bytes;
    const char *half = read_file(folder, "backbone.half.resnet", &half_bytes);
    EXPECT(RESNET_OK, backbone_verify(half, half_bytes));
    EXPECT(RESNET_FILE_HALF, backbone_from_packed(&backbone, half, half_bytes));
    EXPECT(RESNET_OK, backbone_verify(file, bytes));
    EXPECT(RESNET_OK, backbone_from_packed(&backbone, file, bytes));
    EXPECT(RESNET_OK, backbone_forward(&backbone, picture, BACKBONE_INPUT_LEN, output,
                                       BACKBONE_OUTPUT_LEN, workspace, BACKBONE_WORKSPACE_BYTES));
    print(output, BACKBONE_OUTPUT_LEN);
}

int main(int argc, char **argv) {
    if (argc < 2) {
        fail("expected a folder");
    }
    size_t file_bytes, half_bytes, weights_bytes, picture_bytes, label_bytes;
    const char *file = read_file(argv[1], "digits.resnet", &file_bytes);
    const char *half = read_file(argv[1], "half.resnet", &half_bytes);
    const char *weights = read_file(argv[1], "digits.safetensors", &weights_bytes);
    const float *pictures = (const float *)(const void *)read_file(argv[1], "pictures.f32", &picture_bytes);
    const unsigned char *labels = (const unsigned char *)read_file(argv[1], "labels.u8", &label_bytes);
    char *workspace = (char *)allocate(DIGITS_WORKSPACE_BYTES, 0);
    void *memory = allocate(DIGITS_PACKED_BYTES, 0), *halves = allocate(DIGITS_PACKED_BYTES, 0);

    if (file_bytes != DIGITS_FILE_BYTES) {
        fail("the header gives another length of the file");
    }
    digits_network digits, network;
    EXPECT(RESNET_OK, digits_from_packed(&digits, file, file_bytes));

    if (argc > 2) {
        /* With RESNET_ISA set to nonsense. */
        float output[DIGITS_OUTPUT_LEN];
        EXPECT(RESNET_ISA, digits_forward(&digits, pictures, DIGITS_INPUT_LEN, output,
                                          DIGITS_OUTPUT_LEN, workspace, DIGITS_WORKSPACE_BYTES));
        return 0;
    }
    call_wrongly(&digits, pictures, workspace);
    load_wrongly(file, file_bytes);
    network = digits;
    fold(&network, weights, weights_bytes, memory);
    agree(&digits, &network, pictures, workspace);
    if (half_bytes != DIGITS_HALF_FILE_BYTES) {
        fail("the header gives another length of the file of half precision");
    }
    digits_network in_place;
    EXPECT(RESNET_OK, digits_from_packed(&in_place, half, half_bytes));
    EXPECT(RESNET_OK, digits_unpack(&network, half, half_bytes, halves, DIGITS_PACKED_BYTES));
    agree(&in_place, &network, pictures, workspace);
    EXPECT(RESNET_OK, digits_unpack(&network, file, file_bytes, halves, DIGITS_PACKED_BYTES));
    agree(&digits, &network, pictures, workspace);
    if (strcmp(digits_strerror(RESNET_OK), tiny_net_strerror(RESNET_OK)) != 0
        || strcmp(digits_strerror(-1), "unknown error") != 0
        || strcmp(digits_strerror(RESNET_NULL), "a pointer is null") != 0) {
        fail("codes are not explained");
    }

    unsigned right = 0;
    for (size_t i = 0; i < label_bytes; i++) {
        float logits[DIGITS_CLASSES];
        EXPECT(RESNET_OK, digits_forward(&digits, pictures + i * DIGITS_INPUT_LEN, DIGITS_INPUT_LEN, logits,
                                         DIGITS_OUTPUT_LEN, workspace, DIGITS_WORKSPACE_BYTES));
        print(logits, DIGITS_CLASSES);
        int largest = 0;
        for (int class_ = 1; class_ < DIGITS_CLASSES; class_++) {
            largest = logits[class_] > logits[largest] ? class_ : largest;
        }
        right += largest == labels[i];
    }

    compute_features(argv[1]);

    /* This network needs no memory for its weights. */
    float ramp[TINY_NET_INPUT_LEN], output[TINY_NET_OUTPUT_LEN], sum = 0;
    for (int i = 0; i < TINY_NET_INPUT_LEN; i++) {
        ramp[i] = (float)i / 16;
    }
    tiny_net_network tiny;
    if (TINY_NET_EMBEDDED_BYTES != 0) {
        fail("packed weights are used where they lie");
    }
    EXPECT(RESNET_OK, tiny_net_embedded(&tiny, NULL, 0));
    void *room = allocate(TINY_NET_WORKSPACE_BYTES, 0);
    EXPECT(RESNET_OK, tiny_net_forward(&tiny, ramp, TINY_NET_INPUT_LEN, output, TINY_NET_OUTPUT_LEN,
                                       room, TINY_NET_WORKSPACE_BYTES));
    print(output, TINY_NET_OUTPUT_LEN);
    EXPECT(RESNET_OK, tiny_net_predict(&tiny, ramp, TINY_NET_INPUT_LEN, output, TINY_NET_OUTPUT_LEN,
                                       room, TINY_NET_WORKSPACE_BYTES));
    print(output, TINY_NET_OUTPUT_LEN);
    for (int i = 0; i < TINY_NET_CLASSES; i++) {
        sum += output[i];
    }
    if (fabsf(sum - 1) > 1e-5f) {
        fail("probabilities do not add up");
    }
    printf("%u of %lu digits right\n", right, (unsigned long)label_bytes);
    return 0;
}
