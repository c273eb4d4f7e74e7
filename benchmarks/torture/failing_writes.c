/* Preloaded into a process, makes the n-th call that changes files of one folder fail, or kill the process.
   Everything else is done as ever. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

enum { ONCE, FROM_THEN_ON, TORN, KILL };

static char folder[4096];
static int fails_at, how, error_number, calls;

/* From the next call on in files under `path`: the n-th fails with `error` (n = 0: none does). */
void torture_arm(const char *path, int n, int kind, int error) {
    snprintf(folder, sizeof folder, "%s/", path);
    fails_at = n;
    how = kind;
    error_number = error;
    __atomic_store_n(&calls, 0, __ATOMIC_SEQ_CST);
}

int torture_calls(void) { return __atomic_load_n(&calls, __ATOMIC_SEQ_CST); }

static int is_due(const char *path) {
    if (!folder[0] || strncmp(path, folder, strlen(folder))) return 0;
    int call = __atomic_add_fetch(&calls, 1, __ATOMIC_SEQ_CST);
    if (!fails_at || call < fails_at || (how != FROM_THEN_ON && how != TORN && call > fails_at)) return 0;
    if (how == KILL) kill(getpid(), SIGKILL);
    return 1;
}

static int is_due_for(int file) {
    char link[64], path[4096];
    if (!folder[0]) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return is_due(path);
}

#define REAL(name, type) ((type)dlsym(RTLD_NEXT, name))
#define REFUSE do { errno = error_number; return -1; } while (0)

static ssize_t written(const char *name, int file, const void *data, size_t size, off_t at) {
    ssize_t (*real)(int, const void *, size_t, off_t) = REAL(name, ssize_t (*)(int, const void *, size_t, off_t));
    if (is_due_for(file)) {
        if (how == TORN) real(file, data, size / 2, at);
        REFUSE;
    }
    return real(file, data, size, at);
}

ssize_t pwrite(int file, const void *data, size_t size, off_t at) { return written("pwrite", file, data, size, at); }
ssize_t pwrite64(int file, const void *data, size_t size, off_t at) { return written("pwrite64", file, data, size, at); }

ssize_t write(int file, const void *data, size_t size) {
    ssize_t (*real)(int, const void *, size_t) = REAL("write", ssize_t (*)(int, const void *, size_t));
    if (is_due_for(file)) {
        if (how == TORN) real(file, data, size / 2);
        REFUSE;
    }
    return real(file, data, size);
}

#define SIMPLE(name)                                             \
    int name(int file) {                                         \
        if (is_due_for(file)) REFUSE;                            \
        return REAL(#name, int (*)(int))(file);                  \
    }
SIMPLE(fsync)
SIMPLE(fdatasync)

#define CUT(name)                                                \
    int name(int file, off_t size) {                             \
        if (is_due_for(file)) REFUSE;                            \
        return REAL(#name, int (*)(int, off_t))(file, size);     \
    }
CUT(ftruncate)
CUT(ftruncate64)

int unlink(const char *path) {
    if (is_due(path)) REFUSE;
    return REAL("unlink", int (*)(const char *))(path);
}
