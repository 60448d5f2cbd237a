import Coding
