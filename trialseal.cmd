@echo off
rem Starts TrialSeal from a checkout or an unpacked release; builds it first when it is not built yet.
rem After changing sources, build by hand: mvn -Pfast package
setlocal EnableExtensions DisableDelayedExpansion
set "root=%~dp0"

set "java=java.exe"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "java=%JAVA_HOME%\bin\java.exe"
set "version="
for /f "tokens=3" %%v in ('call "%java%" -version 2^>^&1 ^| findstr /i /c:" version "') do if not defined version set "version=%%~v"
if not defined version (
    echo trialseal: Java is missing. Install a JDK 17 or later, and set JAVA_HOME or put java on the PATH. 1>&2
    exit /b 69
)
set "major=0"
for /f "delims=.-+ tokens=1" %%m in ("%version%") do set "major=%%m"
if %major% LSS 17 (
    echo trialseal: Java %version% is too old: TrialSeal needs 17 or later. Set JAVA_HOME. 1>&2
    exit /b 69
)

set "home=%root%app\target"
if not exist "%home%\trialseal.jar" set "home=%root%app\target\fast"
if exist "%home%\trialseal.jar" goto built
where mvn >nul 2>&1
if errorlevel 1 (
    echo trialseal: Maven is missing, and TrialSeal is not built yet. Install Maven 3.6.3 or later. 1>&2
    exit /b 69
)
echo Building TrialSeal (first use)... 1>&2
pushd "%root%"
call mvn -B -q -ntp -Pfast -Dmaven.test.skip=true package 1>&2
set "result=%errorlevel%"
popd
if not "%result%"=="0" (
    echo trialseal: the build failed; its output stands above. 1>&2
    exit /b 70
)
:built

rem A class archive shortens the start. It is made once for each Java, and Java ignores one that does not fit.
set "archive=%home%\trialseal-%version%.jsa"
if exist "%archive%" goto archived
set "stage=%TEMP%\trialseal-%RANDOM%%RANDOM%"
mkdir "%stage%" 2>nul || goto archived
"%java%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 "-XX:DumpLoadedClassList=%stage%\classes" -Xlog:disable -Dfile.encoding=UTF-8 -cp "%home%\trialseal.jar" org.trialseal.app.Rehearsal "%stage%" >nul 2>&1
"%java%" -XX:TieredStopAtLevel=1 -Xshare:dump "-XX:SharedClassListFile=%stage%\classes" "-XX:SharedArchiveFile=%archive%" -Xlog:disable -cp "%home%\trialseal.jar" >nul 2>&1
attrib -r "%stage%\*" /s >nul 2>&1
rmdir /s /q "%stage%" 2>nul
:archived

set "tuning=-Xms32m -Xmn20m -Xmx1g -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=20 -XX:Tier4InvocationThreshold=20000 -XX:Tier4MinInvocationThreshold=5000 -XX:Tier4CompileThreshold=60000 -XX:Tier4BackEdgeThreshold=160000 -XX:CompileCommand=quiet"
for %%m in (sun.security.provider.SHA2::implCompress com.sun.crypto.provider.AESCrypt::encryptBlock) do call set "tuning=%%tuning%% -XX:CompileCommand=CompileThresholdScaling,%%m,0.01 -XX:CompileCommand=dontinline,%%m"
if "%~1"=="" set "tuning=-Xms128m -Xmn32m -Xmx208m -XX:SurvivorRatio=4 -XX:MinHeapFreeRatio=30 -XX:MaxHeapFreeRatio=50"
"%java%" -XX:+UseSerialGC -Xshare:auto "-XX:SharedArchiveFile=%archive%" -Xlog:disable %tuning% -Dfile.encoding=UTF-8 %TRIALSEAL_JAVA_OPTS% -cp "%home%\trialseal.jar" org.trialseal.app.Main %*
exit /b %errorlevel%
