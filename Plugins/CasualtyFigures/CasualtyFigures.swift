import SvodkaKit
