#include <fcntl.h>
#include <linux/fs.h>
#include <sys/syscall.h>
#include <unistd.h>

/// Lets two paths change places in one step; 0, or -1 where the file system cannot.
///
/// glibc declares renameat2 only for GNU sources, which Swift's Glibc module is not.
static inline int hoctap_exchange_paths(const char *one, const char *other) {
  return (int)syscall(SYS_renameat2, AT_FDCWD, one, AT_FDCWD, other, RENAME_EXCHANGE);
}
