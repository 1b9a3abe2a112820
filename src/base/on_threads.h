// Work that is shared among threads, whatever it is: files to read, variants to work out, draws.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace saldo {

inline std::size_t all_cores() { return std::max<std::size_t>(std::thread::hardware_concurrency(), 1); }

// Runs `work(position)` for every position below `count`, on up to `threads` threads, of which the caller is one, that each
// take the next. `make_work()` makes the work of one thread, so that it has memory of its own; what it finds it stores by
// position, and so the result is the same for any number of threads. The caller also calls `between(done)` now and then.
// Where the machine gives no more threads, those there are do it all. What one of them throws reaches the caller.
template <class MakeWork, class Between>
void on_threads(std::size_t count, std::size_t threads, MakeWork make_work, Between between) {
  std::atomic<std::size_t> next{0};
  std::exception_ptr trouble;
  std::mutex telling;
  const auto take_turns = [&](bool is_caller) {
    try {
      auto work = make_work();
      for (std::size_t i = next++; i < count; i = next++) {
        work(i);
        if (is_caller) between(std::min<std::size_t>(next, count));
      }
    } catch (...) {
      next = count;  // nobody begins another
      const std::lock_guard lock(telling);
      if (!trouble) trouble = std::current_exception();
    }
  };
  {
    std::vector<std::jthread> others;
    others.reserve(std::min(threads, count));
    try {
      for (std::size_t t = 1; t < std::min(threads, count); ++t) others.emplace_back(take_turns, false);
    } catch (const std::system_error&) {
      // These will do.
    }
    take_turns(true);
  }
  if (trouble) std::rethrow_exception(trouble);
}

template <class MakeWork>
void on_threads(std::size_t count, std::size_t threads, MakeWork make_work) {
  on_threads(count, threads, make_work, [](std::size_t) {});
}

}  // namespace saldo
