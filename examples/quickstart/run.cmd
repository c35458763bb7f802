@rem Needs a JDK 17 or newer and Maven; leaves nothing behind but the build's own target folders.
@cd /d "%~dp0..\.."
@java examples\quickstart\Quickstart.java %*
