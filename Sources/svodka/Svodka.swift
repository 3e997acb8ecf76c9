@main
struct Svodka {
  static func main() {}
}
