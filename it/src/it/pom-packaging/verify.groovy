def log = new File(basedir, 'build.log').text
def runs = log.split(/(?m)^Running .*$/)
true
