#define _GNU_SOURCE
#include <link.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

#include "roster.h"

/// Lets go of the pages of one program or library that are neither written nor to be written.
static int hoctap_release_object(struct dl_phdr_info *object, size_t size, void *unused) {
  (void)size;
  (void)unused;
  uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
  for (int index = 0; index < object->dlpi_phnum; index++) {
    const ElfW(Phdr) *part = &object->dlpi_phdr[index];
    if (part->p_type != PT_LOAD || (part->p_flags & PF_W) != 0) continue;
    uintptr_t start = (object->dlpi_addr + part->p_vaddr + page - 1) / page * page;
    uintptr_t end = (object->dlpi_addr + part->p_vaddr + part->p_memsz) / page * page;
    // What is needed again comes back from the file; where it cannot be let go, it stays.
    if (end > start) madvise((void *)start, end - start, MADV_DONTNEED);
  }
  return 0;
}

void hoctap_release_code(void) { dl_iterate_phdr(hoctap_release_object, NULL); }
