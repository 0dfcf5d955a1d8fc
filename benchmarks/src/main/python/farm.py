"""What both sides have. A module, so that pickles name the class instead of carrying it."""


class Turkey:
    def hi(self):
        return "hello"
