import Observation
import Synchronization

/// The kernel of the widest grid so far: grids of runs grow, and begin with the same cells.
final class KernelCache<Kernel: Sendable>: Sendable {
  private let known = Mutex<(bins: SizeBins, kernel: Kernel)?>(nil)

  /// A kernel whose first bins are those that are asked for.
  func kernel(for bins: SizeBins, _ make: (SizeBins) -> Kernel) -> Kernel {
    let found = known.withLock { $0 }
    if let found, found.bins.count >= bins.count,
      found.bins.bounds.prefix(bins.count).elementsEqual(bins.bounds)
    {
      return found.kernel
    }
    let kernel = make(bins)
    known.withLock { $0 = (bins, kernel) }
    return kernel
  }
}
